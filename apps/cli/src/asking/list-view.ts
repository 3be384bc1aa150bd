import { printable } from '../format';
import { formatTable } from '../table';
import type { Column } from '../table';
import type { ItemOf, ListBody } from './question';

/** A column of a list of such items. */
export interface ItemColumn<Item> extends Column {
  /** In the item's own words; control characters are shown for what they are afterwards. */
  readonly text: (item: Item) => string;
}

/** What a person sees of a list. */
export interface ListView<Body extends ListBody> {
  readonly columns: readonly ItemColumn<ItemOf<Body>>[];
  /** Whole lines above the table of the first page. */
  readonly head?: (body: Body, width: number | null) => string;
  /** What there is none of, for instance `no test failed`. */
  readonly nothing: string;
}

export function tableOf<Item>(
  columns: readonly ItemColumn<Item>[],
  items: readonly Item[],
  width: number | null,
): string {
  return formatTable(
    columns,
    items.map((item) => columns.map(({ text }) => printable(text(item)))),
    width,
  );
}
