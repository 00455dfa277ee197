import type { Archive } from '#core/archive.ts';
import { LOCAL_BACKENDS } from '#core/schema/site.ts';
import type { Urls } from '#core/url.ts';
import { formPolicy } from './backend.ts';
import { formSetup } from './cms-config.ts';

/** What the form's page shows: nothing where the site has no form. */
export function formView({ archive, urls }: { archive: Archive; urls: Urls }) {
  const { title, admin } = archive.content.site;
  if (!admin) return undefined;
  return {
    title: `${title} 编辑表单`,
    local: LOCAL_BACKENDS.includes(admin.backend),
    policy: formPolicy(admin),
    script: urls.file('admin/app/form.js'),
    icon: urls.file('favicon.svg'),
    setup: formSetup(title, admin, urls.home()),
  };
}
