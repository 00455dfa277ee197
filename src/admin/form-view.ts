import type { Archive } from '#core/archive.ts';
import { LOCAL_BACKENDS } from '#core/schema/site.ts';
import type { Region } from '#core/content.ts';
import { Register } from '#core/register.ts';
import type { Urls } from '#core/url.ts';
import { formSetup } from './cms-config.ts';
import { formPolicy } from './policy.ts';
import type { RegionNames } from './widget.ts';

/** Hides Sveltia's sign-in button where only local folders can be opened. */
const STYLE = '[data-local] .buttons .button.secondary { display: none; }';

/** Returns the data of the form's page. Without `admin` in the site's settings, the form opens a local folder. */
export function formView({ archive, urls }: { archive: Archive; urls: Urls }) {
  const { title, admin = { backend: 'local' } } = archive.content.site;
  return {
    title: `${title} 编辑表单`,
    local: LOCAL_BACKENDS.includes(admin.backend),
    policy: formPolicy(admin, STYLE),
    style: STYLE,
    script: urls.file('admin/app/form.js'),
    icon: urls.file('icon-192.png'),
    setup: formSetup({ title, admin, home: urls.home(), regions: regionNames(archive.content.regions) }),
  };
}

/** The names of counties and cities; where several have the same name, an alias that only one of them has. */
export function regionNames(regions: readonly Region[]): RegionNames {
  const register = new Register(regions);
  const names = (wanted: Region['level']) =>
    regions
      .filter(({ level }) => level === wanted)
      .map(({ id, name, aliases }) => {
        const unique = [name, ...aliases].find((each) => {
          const found = register.find(each);
          return 'id' in found && found.id === id;
        });
        return unique ?? name;
      });
  return { counties: names('county'), cities: names('city') };
}
