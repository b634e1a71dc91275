import { xmlElements } from './xml-elements';
import type { XmlElement } from './xml-elements';

/** What the schema cannot see: the built add-in that the manifest speaks of. */
export interface ManifestSurroundings {
  /** Pixels of a built image by its path below the base URL, `assets/brand-16.png`; undefined when there is none. */
  imageSize(path: string): { readonly width: number; readonly height: number } | undefined;
  /** True when a file is in the build. */
  has(path: string): boolean;
  /** Names of ribbon functions that the add-in associates. */
  readonly commands: readonly string[];
  /** IDs of custom functions in functions.json, and those associated in the bundle. */
  readonly functions: readonly string[];
  readonly associated: readonly string[];
}

type Rule = (elements: readonly XmlElement[], around: ManifestSurroundings) => string[];

const named = (elements: readonly XmlElement[], ...names: string[]): XmlElement[] => elements.filter(({ name }) => names.includes(name));
const resources = (elements: readonly XmlElement[]): XmlElement[] => elements.filter(({ path }) => /\/Resources\/\w+\/\w+$/.test(path));
const valueOf = (elements: readonly XmlElement[], resid?: string): string | undefined =>
  resources(elements).find(({ attributes }) => attributes.id === resid)?.attributes.DefaultValue;
const pathOf = (url: string): string => new URL(url).pathname.replace(/^\//, '');

/** Texts Office cuts or refuses beyond these lengths (characters). */
const longest: Readonly<Record<string, number>> = {
  'ShortStrings/String': 125,
  'LongStrings/String': 250,
  DisplayName: 125,
  Description: 250,
  ProviderName: 125,
  FunctionName: 32,
};

/** Each rule by what it demands; office.md lists why the schema alone is not enough. */
const manifestRules = {
  'every resid is defined once and used': (elements) => {
    const ids = resources(elements).map(({ attributes }) => attributes.id);
    const used = elements.flatMap(({ attributes }) => (attributes.resid ? [attributes.resid] : []));
    return [
      ...used.filter((id) => !ids.includes(id)).map((id) => `resid "${id}" is not defined`),
      ...ids.filter((id) => !used.includes(id)).map((id) => `resource "${id}" is never used`),
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `resource "${id}" is defined twice`),
      ...ids.filter((id) => id.length > 32).map((id) => `resid "${id}" has more than 32 characters`),
    ];
  },
  'every address is https': (elements) =>
    elements
      .flatMap(({ name, text, attributes: { DefaultValue } }) => [DefaultValue, name === 'AppDomain' ? text : undefined])
      .filter((url) => url !== undefined && /^[a-z]+:\/\//i.test(url) && !url.startsWith('https://'))
      .map((url) => `"${url}" is not https`),
  'texts fit': (elements) =>
    elements.flatMap(({ path, text, attributes: { DefaultValue, id } }) => {
      const limit = Object.entries(longest).find(([end]) => path.endsWith(end))?.[1];
      const value = DefaultValue ?? text;
      return limit !== undefined && value.length > limit
        ? [`${id ?? path.split('/').pop()} has ${value.length} characters, ${limit} fit`]
        : [];
    }),
  'one long-lived runtime serves pane, commands and functions': (elements) => {
    const runtimes = named(elements, 'Runtime');
    const resid = runtimes[0]?.attributes.resid;
    const users = elements.filter(({ path }) => /\/(Page|Action)\/SourceLocation$|\/FunctionFile$/.test(path));
    return [
      ...(runtimes.length === 1 && runtimes[0].attributes.lifetime === 'long'
        ? []
        : [`there are ${runtimes.length} runtimes; one with lifetime "long" is wanted`]),
      ...users
        .filter(({ attributes }) => attributes.resid !== resid)
        .map(({ path, attributes }) => `${path.split('/').slice(-2).join('/')} points to "${attributes.resid}", the runtime to "${resid}"`),
      ...named(elements, 'TaskpaneId').map(() => 'TaskpaneId is not allowed with a shared runtime'),
      ...(elements.find(({ path }) => path === 'OfficeApp/DefaultSettings/SourceLocation')?.attributes.DefaultValue ===
      valueOf(elements, resid)
        ? []
        : ['the default SourceLocation is not the runtime’s page']),
    ];
  },
  'icons exist in the right pixels': (elements, { imageSize }) => {
    const wanted = [
      ...elements
        .filter(({ name, path }) => name === 'Image' && path.includes('/Icon/'))
        .map(({ attributes }) => ({ url: valueOf(elements, attributes.resid), size: Number(attributes.size) })),
      ...named(elements, 'IconUrl').map(({ attributes }) => ({ url: attributes.DefaultValue, size: 32 })),
      ...named(elements, 'HighResolutionIconUrl').map(({ attributes }) => ({ url: attributes.DefaultValue, size: 64 })),
    ];
    return wanted.flatMap(({ url, size }) => {
      if (url === undefined) return [];
      const found = imageSize(pathOf(url));
      if (!found) return [`there is no image ${pathOf(url)}`];
      return found.width === size && found.height === size
        ? []
        : [`${pathOf(url)} has ${found.width}×${found.height} pixels, not ${size}×${size}`];
    });
  },
  'every control has icons of 16, 32 and 80 pixels': (elements) =>
    named(elements, 'Icon').flatMap(({ path }, index) => {
      const start = elements.findIndex((element) => element === named(elements, 'Icon')[index]);
      const sizes = elements
        .slice(start + 1, start + 4)
        .filter(({ name }) => name === 'Image')
        .map(({ attributes }) => attributes.size);
      return sizes.join() === '16,32,80' ? [] : [`an icon of ${path.split('/').at(-2)} has the sizes ${sizes.join(', ')}`];
    }),
  'pages and scripts are in the build': (elements, { has }) =>
    [...resources(elements).filter(({ path }) => path.includes('/Urls/')), ...named(elements, 'SupportUrl')]
      .map(({ attributes }) => pathOf(attributes.DefaultValue))
      .filter((path) => !has(path))
      .map((path) => `there is no file ${path}`),
  'every ribbon function is associated': (elements, { commands }) => {
    const asked = named(elements, 'FunctionName').map(({ text }) => text);
    return [
      ...asked.filter((name) => !commands.includes(name)).map((name) => `no code for the ribbon function "${name}"`),
      ...commands.filter((name) => !asked.includes(name)).map((name) => `no button for the ribbon function "${name}"`),
    ];
  },
  'every custom function is associated': (_elements, { functions, associated }) => [
    ...(functions.length > 0 ? [] : ['functions.json names no function']),
    ...functions.filter((id) => !associated.includes(id)).map((id) => `the bundle does not associate the custom function ${id}`),
    ...functions.filter((id) => !/^[A-Z][A-Z0-9._]{2,}$/.test(id)).map((id) => `"${id}" is no name for a custom function`),
  ],
  'controls, groups and tabs have ids of their own': (elements) => {
    const ids = named(elements, 'Control', 'Group', 'CustomTab').map(({ attributes }) => attributes.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id "${id}" is used twice`);
  },
} satisfies Readonly<Record<string, Rule>>;

/** All that is wrong with a manifest beside its schema, one sentence each; empty when nothing is. */
export function lintManifest(xml: string, around: ManifestSurroundings): string[] {
  const elements = xmlElements(xml);
  return Object.entries(manifestRules as Readonly<Record<string, Rule>>).flatMap(([rule, check]) =>
    check(elements, around).map((fault) => `${rule}: ${fault}`),
  );
}
