/** As wide as a card on a phone: nothing is scaled down there. */
export const WIDTH = 330;

/** Where the marks stand: room for amounts on the left, the labels and the legend below. */
export const PLOT = { left: 40, right: 326, top: 10, bottom: 140 } as const;

/** From labels and values to places in the picture. */
export interface Scale {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** Between two labels. */
  readonly step: number;
}
