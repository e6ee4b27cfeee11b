/** Words that are still English are shown as English, wherever they stand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Fragment, type VNode } from "preact";
import "./english-mark";
import { asEnglish, partsOf, unmarked } from "./marks";

const EN = asEnglish("Ask your PA.");
type Props = Record<string, unknown> & { children?: unknown };
const propsOf = (vnode: unknown) => (vnode as VNode<Props>).props;

/** The text of a tree, with English parts in brackets. */
function drawn(node: unknown): string {
  if (Array.isArray(node)) return node.map(drawn).join("");
  if (typeof node === "string") return node;
  if (!node) return "";
  const { lang, dir, class: look, children } = propsOf(node);
  const english = lang === "en" && dir === "ltr" && look === "en";
  return english ? `[${drawn(children)}]` : drawn(children);
}

test("a text falls into its parts; English in English is one, and a broken mark loses no word", () => {
  const of = (text: string) => partsOf(text).map((part) => (part.english ? `[${part.text}]` : part.text));
  assert.deepEqual(of(""), []);
  assert.deepEqual(of("مرحبا"), ["مرحبا"]);
  assert.deepEqual(of(EN), ["[Ask your PA.]"]);
  assert.deepEqual(of(`قل: ${EN} شكرا ${EN}`), ["قل: ", "[Ask your PA.]", " شكرا ", "[Ask your PA.]"]);
  assert.deepEqual(of(asEnglish(`Say: ${EN} now`)), ["[Say: Ask your PA. now]"]);
  assert.deepEqual(of(`${asEnglish("a")}, ${asEnglish("b")} · ${asEnglish("c")}.`), ["[a, b · c]", "."]);
  assert.deepEqual(of(`1. ${EN}`), ["1. ", "[Ask your PA.]"]);
  assert.deepEqual(of(EN.slice(0, -4)), ["[Ask your P]"]);
  assert.deepEqual(of(`${EN.slice(4)} ${EN}`), ["k your PA.", " ", "[Ask your PA.]"]);
  assert.equal(unmarked(`قل: ${asEnglish(`a ${EN} b`)}`), "قل: a Ask your PA. b");
});

test("English parts become elements: alone, in a row, and in a fragment", () => {
  assert.equal(drawn(<p>{EN}</p>), "[Ask your PA.]");
  assert.equal(
    drawn(
      <p>
        قل {EN} {[EN, <b key="b">{EN}</b>]}
      </p>,
    ),
    "قل [Ask your PA.] [Ask your PA.][Ask your PA.]",
  );
  assert.equal(drawn(<Fragment>{EN}</Fragment>), "[Ask your PA.]");
});

test("where no element can stand the words stand without marks", () => {
  assert.equal(propsOf(<option>{EN}</option>).children, "Ask your PA.");
  assert.equal(propsOf(<textarea placeholder={EN} />).placeholder, "Ask your PA.");
  const button = <button type="button" aria-label={EN} title={EN} />;
  assert.deepEqual([propsOf(button)["aria-label"], propsOf(button).title], ["Ask your PA.", "Ask your PA."]);
});

test("a component gets its words as they are: it hands them on to an element", () => {
  const Words = ({ title }: { title: string }) => <b>{title}</b>;
  assert.equal(propsOf(<Words title={EN} />).title, EN);
});
