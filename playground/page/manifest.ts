import { child, children, parseXml, type XmlElement } from '../../shared/xlsx/xml-tree';

/** What a ribbon button does: shows the pane, or runs a function of the add-in. */
export type RibbonAction = { readonly kind: 'pane' } | { readonly kind: 'function'; readonly name: string };

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Path of the largest icon. */
  readonly icon?: string;
  readonly action: RibbonAction;
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

/** What the playground takes from an add-in's manifest. Addresses are paths: the playground serves the add-in itself. */
export interface AddInManifest {
  readonly name: string;
  readonly tabs: readonly RibbonTab[];
  readonly pane: string;
  readonly functions?: { readonly namespace: string; readonly metadata: string };
}

/** Reads an add-in's XML manifest: its ribbon, its pane and its functions. Throws when it is not one. */
export function readManifest(xml: string): AddInManifest {
  const root = parseXml('manifest.xml', xml);
  if (root.name !== 'OfficeApp') throw new Error('This is not an add-in manifest: its root is not OfficeApp.');
  const texts = resources(root);
  const resource = (element: XmlElement | undefined): string => texts.get(element?.attributes.resid ?? '') ?? '';
  const points = descendants(root, 'ExtensionPoint');
  const surface = points.find(({ attributes }) => attributes['xsi:type'] === 'PrimaryCommandSurface');
  const functions = points.find(({ attributes }) => attributes['xsi:type'] === 'CustomFunctions');
  const source = child(child(root, 'DefaultSettings') ?? root, 'SourceLocation')?.attributes.DefaultValue ?? '/taskpane.html';
  return {
    name: child(root, 'DisplayName')?.attributes.DefaultValue ?? 'Add-in',
    pane: pathOf(source),
    tabs: (surface?.children ?? []).filter(({ name }) => name === 'OfficeTab' || name === 'CustomTab').map((tab) => readTab(tab, resource)),
    ...(functions && {
      functions: {
        namespace: resource(child(functions, 'Namespace')),
        metadata: pathOf(resource(descendants(child(functions, 'Metadata')!, 'SourceLocation')[0])),
      },
    }),
  };
}

function readTab(tab: XmlElement, resource: (element: XmlElement | undefined) => string): RibbonTab {
  return {
    id: tab.attributes.id,
    label: tab.name === 'OfficeTab' ? tab.attributes.id.replace(/^Tab/, '') : resource(child(tab, 'Label')),
    groups: children(tab, 'Group').map((group) => ({
      id: group.attributes.id,
      label: resource(child(group, 'Label')),
      buttons: children(group, 'Control').flatMap((control) => readControl(control, resource)),
    })),
  };
}

/** A button; a menu becomes its items. */
function readControl(control: XmlElement, resource: (element: XmlElement | undefined) => string): RibbonButton[] {
  const items = child(control, 'Items');
  if (items) return items.children.flatMap((item) => readControl(item, resource));
  const action = child(control, 'Action');
  const icons = [...(child(control, 'Icon')?.children ?? [])].sort((a, b) => Number(b.attributes.size) - Number(a.attributes.size));
  const icon = resource(icons[0]);
  return [
    {
      id: control.attributes.id,
      label: resource(child(control, 'Label')),
      tip: resource(child(child(control, 'Supertip') ?? control, 'Description')),
      ...(icon && { icon: pathOf(icon) }),
      action:
        action?.attributes['xsi:type'] === 'ExecuteFunction'
          ? { kind: 'function', name: child(action, 'FunctionName')?.text.trim() ?? '' }
          : { kind: 'pane' },
    },
  ];
}

function resources(root: XmlElement): Map<string, string> {
  const lists = descendants(root, 'Resources').flatMap(({ children: all }) => all);
  return new Map(lists.flatMap((list) => list.children.map(({ attributes }) => [attributes.id, attributes.DefaultValue ?? ''])));
}

function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((each) => [...(each.name === name ? [each] : []), ...descendants(each, name)]);
}

/** `https://localhost:3000/taskpane.html` → `/taskpane.html`. */
function pathOf(address: string): string {
  return address.replace(/^https?:\/\/[^/]+/, '') || '/';
}
