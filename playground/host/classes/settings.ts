import type { WorkbookModel } from '../../model/workbook';
import { invalidArgument } from '../fault';
import { readOnly, type Service, type SettingKey, subject } from '../service';

/** Excel.SettingCollection: values saved with the workbook for this add-in. */
export const settingCollection: Service<WorkbookModel> = {
  items: (workbook) => [...workbook.settings.keys()].map((key) => subject('Setting', { workbook, key })),
  item: (workbook, key) => (workbook.settings.has(String(key)) ? subject('Setting', { workbook, key: String(key) }) : null),
  methods: {
    Add: (workbook, [key, value]) => {
      if (typeof key !== 'string' || key === '') throw invalidArgument();
      workbook.settings.set(key, value);
      return subject('Setting', { workbook, key });
    },
  },
};

/** Excel.Setting. */
export const setting: Service<SettingKey> = {
  identity: ({ key }) => ({ Id: key }),
  scalars: {
    Key: readOnly(({ key }) => key),
    Value: {
      get: ({ workbook, key }) => workbook.settings.get(key),
      set: ({ workbook, key }, value) => {
        workbook.settings.set(key, value);
      },
    },
  },
  methods: {
    Delete: ({ workbook, key }) => {
      workbook.settings.delete(key);
    },
  },
};
