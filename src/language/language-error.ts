import { LeadlineError } from "./leadline-error.ts";

/** Everything that can be wrong in a formula or a row expression, with what to do about it. */
export const LANGUAGE_ERRORS = {
  "formula.empty": "Write a formula, such as won_amount / won_deals.",
  "formula.too_long": "Split it: give a part a name of its own and use the name here.",
  "formula.too_deep": "Split it: give a part a name of its own and use the name here.",
  "formula.unknown_character": "Allowed are names, numbers, texts in quotes, + - * / < <= > >= = != ( ) and commas.",
  "formula.unclosed_text": "Close the text with the quote it was opened with; a quote inside it is written twice.",
  "formula.unclosed_column": "Close the column's title with ].",
  "formula.unclosed_bracket": "Add the missing ).",
  "formula.unexpected": "Put an operator (+ - * /) between two values and a comma between two arguments.",
  "formula.unexpected_end": "Finish the formula: a value is missing at its end.",
  "formula.chained_comparison": "Compare two values at a time.",
  "formula.no_columns_here": "Columns of a file belong to presets; a formula names measures and KPIs.",
  "formula.unknown_name": "Use a measure, a KPI or a setting that exists.",
  "formula.unknown_function": "Use one of the functions listed in the reference of formulas.",
  "formula.wrong_number_of_arguments": "Give the function the arguments that its signature shows.",
  "formula.wrong_argument": "Give the function the kind of argument that its signature shows.",
  "formula.unlike_units": "Only like things can be added or compared; divide one by the other to get a rate.",
  "formula.no_text_here": "A formula computes with numbers; leave the text out.",
  "formula.not_a_number":
    "Let the formula end in a number: compare inside if(condition, a, b), reduce durations with median(d).",
  "formula.cycle": "Break the circle: let one of these be computed from measures only.",
  "expression.unknown_column": "Use a field of the layout's columns.",
  "expression.unknown_name": "Write a field as [field], a text in quotes, or one of true, false, null.",
  "expression.unknown_function": "Use one of the functions listed in the reference of row expressions.",
  "expression.unknown_setting": "Declare the setting under the preset's settings.",
  "expression.unknown_lookup": "Declare the table under the preset's lookups.",
  "expression.unknown_lookup_column": "Name a column of the lookup's file.",
  "expression.wrong_number_of_arguments": "Give the function the arguments that its signature shows.",
  "expression.wrong_type": "Convert it first: number(x), money(x), integer(x), date(x), datetime(x) or text(x).",
  "expression.not_constant":
    "Write this argument as a plain text or number, so that it is known before any row is read.",
  "expression.number_too_large": "Write a number of up to 28 digits before the point; an id is a text in quotes.",
  "expression.bad_pattern": "Write a regular expression without look-around and back-references (RE2).",
} as const;

export type LanguageErrorCode = keyof typeof LANGUAGE_ERRORS;

/** An error at the 0-based offset `at` of the text; `remedy` where there is better advice than the catalogue's. */
export function languageError(code: LanguageErrorCode, sentence: string, at: number, remedy?: string): LeadlineError {
  return new LeadlineError(code, sentence, remedy ?? LANGUAGE_ERRORS[code], { column: at + 1 });
}
