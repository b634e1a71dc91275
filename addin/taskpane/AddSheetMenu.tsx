import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { definitionOf, tableNames } from '../../shared/contract';
import { isBusy } from '../session/state';
import { useSession, useSessionState } from './use-session';

/** Adds a sheet of the contract that the workbook does not have; those that a run needs come first. */
export function AddSheetMenu() {
  const session = useSession();
  const state = useSessionState();
  const there = new Set(state.tables.filter(({ missing }) => !missing).map(({ name }) => name));
  const absent = tableNames.filter((name) => !there.has(name));
  if (absent.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" disabledFocusable={isBusy(state)}>
          Add a sheet
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {absent.map((name) => (
            <MenuItem key={name} onClick={() => session.addSheets([name])}>
              {definitionOf(name).sheet}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
