import type { KeywordGenerator } from "./probe.ts";

/** The field without its encoding, as a forgetful client sends it. What AWS answers to that is not known. */
export const contentEncoding: KeywordGenerator = ({ action, site, field }) => {
  const value = action.filler(site.path, 1024) ?? "x";
  const name = site.path.at(-1) ?? "";
  return [
    {
      slug: "bare",
      title: `${field} that is not encoded at all`,
      value,
      outcome: "disputed",
      wire: { set: { [name]: value } },
    },
  ];
};
