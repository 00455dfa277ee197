import type { Archive } from '#core/archive.ts';
import { LOCAL_BACKENDS } from '#core/schema/site.ts';
import type { Urls } from '#core/url.ts';
import { formSetup } from './cms-config.ts';
import { formPolicy } from './policy.ts';

/** Sveltia offers to sign in where nobody can. */
const STYLE = '[data-local] .buttons .button.secondary { display: none; }';

/** What the form's page shows. Where the site does not speak of a form, it opens a folder of the machine. */
export function formView({ archive, urls }: { archive: Archive; urls: Urls }) {
  const { title, admin = { backend: 'local' } } = archive.content.site;
  return {
    title: `${title} 编辑表单`,
    local: LOCAL_BACKENDS.includes(admin.backend),
    policy: formPolicy(admin, STYLE),
    style: STYLE,
    script: urls.file('admin/app/form.js'),
    icon: urls.file('favicon.svg'),
    setup: formSetup(title, admin, urls.home()),
  };
}
