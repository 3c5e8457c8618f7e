/** How Teams draws cards, as near as the renderer's settings come to it (light theme). */

const color = (/** @type {string} */ plain, /** @type {string} */ subtle) => ({ default: plain, subtle });

const foregroundColors = {
  default: color("#242424", "#616161"),
  accent: color("#5b5fc7", "#5b5fc7"),
  attention: color("#c4314b", "#c4314b"),
  good: color("#237b4b", "#237b4b"),
  warning: color("#835c00", "#835c00"),
  dark: color("#242424", "#616161"),
  light: color("#ffffff", "#f0f0f0"),
};
const style = (/** @type {string} */ backgroundColor) => ({ backgroundColor, foregroundColors });

export const HOST = {
  fontFamily: "'Segoe UI', system-ui, -apple-system, Roboto, 'DejaVu Sans', sans-serif",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 6, default: 10, medium: 14, large: 18, extraLarge: 22, padding: 14 },
  separator: { lineThickness: 1, lineColor: "#e0e0e0" },
  supportsInteractivity: true,
  containerStyles: { default: style("#ffffff"), emphasis: style("#f5f5f5") },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 10, style: "emphasis" },
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { suffix: " *", suffixColor: "attention", weight: "bolder" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", spacing: "small" },
  },
  factSet: { title: { weight: "bolder", wrap: false }, spacing: 14 },
};
