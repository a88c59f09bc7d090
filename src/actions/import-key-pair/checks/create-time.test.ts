import { at, created, describes, imported, members, noon, sentAt, silent } from "../../../testing/key-pair-answers.ts";
import { fail, indeterminate, notApplicable, pass } from "../../../testing/observations.ts";
import { testChecks } from "../../../testing/test-checks.ts";

testChecks([
  {
    check: "same-create-time",
    given: "the same",
    seen: [imported, describes(created("2026-11-24T12:00:00.000Z")), describes(created("2026-11-24T12:00:00.000Z"))],
    want: pass,
  },
  {
    check: "same-create-time",
    given: "a later one",
    seen: [imported, describes(created("2026-11-24T12:00:00.000Z")), describes(created("2026-11-24T12:00:00.004Z"))],
    want: fail("createTime 2026-11-24T12:00:00.000Z, as before", "createTime 2026-11-24T12:00:00.004Z"),
  },
  {
    check: "same-create-time",
    given: "none at all",
    seen: [imported, describes(members()), describes(members())],
    want: notApplicable,
  },

  {
    check: "create-time",
    given: "the second of the import",
    seen: [at(noon), at(noon), describes(created("2026-11-24T12:00:00.000Z"))],
    want: pass,
  },
  {
    check: "create-time",
    given: "a fraction behind a header of whole seconds",
    seen: [at(noon), at(noon), describes(created("2026-11-24T12:00:01.999Z"))],
    want: pass,
  },
  {
    check: "create-time",
    given: "an hour before",
    seen: [at(noon), at(noon), describes(created("2026-11-24T11:00:00.000Z"))],
    want: fail(
      "a createTime between 2026-11-24T11:59:59.000Z and 2026-11-24T12:00:02.000Z, by the target's clock",
      "2026-11-24T11:00:00.000Z",
    ),
  },
  {
    check: "create-time",
    given: "two seconds later",
    seen: [at(noon), at(noon), describes(created("2026-11-24T12:00:02.000Z"))],
    want: fail(
      "a createTime between 2026-11-24T11:59:59.000Z and 2026-11-24T12:00:02.000Z, by the target's clock",
      "2026-11-24T12:00:02.000Z",
    ),
  },
  {
    check: "create-time",
    given: "none",
    seen: [at(noon), at(noon), describes(members())],
    want: fail(
      "a createTime between 2026-11-24T11:59:59.000Z and 2026-11-24T12:00:02.000Z, by the target's clock",
      "200 DescribeKeyPairsResponse",
    ),
  },
  {
    check: "create-time",
    given: "a target without a clock, within a quarter of an hour by ours",
    seen: [sentAt("12:00:00"), sentAt("12:00:01"), describes(created("2026-11-24T12:15:00.000Z"))],
    want: pass,
  },
  {
    check: "create-time",
    given: "a target without a clock, in 1970",
    seen: [sentAt("12:00:00"), sentAt("12:00:01"), describes(created("1970-01-01T00:00:00.000Z"))],
    want: fail(
      "a createTime between 2026-11-24T11:45:00.000Z and 2026-11-24T12:15:01.001Z, by our clock, as the target's answers have no Date",
      "1970-01-01T00:00:00.000Z",
    ),
  },
  {
    check: "create-time",
    given: "a target without a clock, later than ours",
    seen: [sentAt("12:00:00"), sentAt("12:00:01"), describes(created("2026-11-24T13:00:00.000Z"))],
    want: fail(
      "a createTime between 2026-11-24T11:45:00.000Z and 2026-11-24T12:15:01.001Z, by our clock, as the target's answers have no Date",
      "2026-11-24T13:00:00.000Z",
    ),
  },
  {
    check: "create-time",
    given: "a report in which nobody tells the time",
    seen: [imported, imported, describes(created("2026-11-24T11:00:00.000Z"))],
    want: notApplicable,
  },
  {
    check: "create-time",
    given: "the first moment that is allowed",
    seen: [at(noon), at(noon), describes(created("2026-11-24T11:59:59.000Z"))],
    want: pass,
  },
  {
    check: "create-time",
    given: "no such key",
    seen: [at(noon), at(noon), describes()],
    want: fail(
      "a createTime between 2026-11-24T11:59:59.000Z and 2026-11-24T12:00:02.000Z, by the target's clock",
      "200 DescribeKeyPairsResponse",
    ),
  },
  {
    check: "create-time",
    given: "a Date before the import, and none of it",
    seen: [at(noon), imported, describes(created("2026-11-24T11:00:00.000Z"))],
    want: notApplicable,
  },
  {
    check: "create-time",
    given: "a Date of the import, and none before it",
    seen: [imported, at(noon), describes(created("2026-11-24T11:00:00.000Z"))],
    want: notApplicable,
  },
  {
    check: "create-time",
    given: "our own time before the import, and none of it",
    seen: [sentAt("12:00:00"), imported, describes(created("2026-11-24T11:00:00.000Z"))],
    want: notApplicable,
  },
  {
    check: "create-time",
    given: "a Date that is none",
    seen: [at("soon"), at("soon"), describes(created("2026-11-24T11:00:00.000Z"))],
    want: notApplicable,
  },
  {
    check: "create-time-form",
    given: "no list",
    seen: [imported, { action: "DescribeKeyPairs", body: "<DescribeKeyPairsResponse/>" }],
    want: fail("a createTime", 'HTTP 200, text/xml;charset=UTF-8, body "<DescribeKeyPairsResponse/>"'),
  },
  {
    check: "create-time-form",
    given: "the key behind others, one of which has no name",
    seen: [
      imported,
      describes(
        "<createTime>never</createTime>",
        `${members("m")}<createTime>once</createTime>`,
        created("2026-11-24T12:00:00Z"),
      ),
    ],
    want: pass,
  },
  {
    check: "same-create-time",
    given: "none the second time",
    seen: [imported, describes(created("2026-11-24T12:00:00.000Z")), describes(members())],
    want: fail("createTime 2026-11-24T12:00:00.000Z, as before", "createTime (none)"),
  },
  { check: "create-time", given: "silence", seen: [at(noon), at(noon), silent], want: indeterminate("too late") },

  {
    check: "create-time-form",
    given: "ISO 8601 in UTC",
    seen: [imported, describes(created("2026-11-24T12:00:00.000Z"))],
    want: pass,
  },
  {
    check: "create-time-form",
    given: "it without a fraction",
    seen: [imported, describes(created("2026-11-24T12:00:00Z"))],
    want: pass,
  },
  {
    check: "create-time-form",
    given: "an offset",
    seen: [imported, describes(created("2026-11-24T12:00:00+00:00"))],
    want: fail("ISO 8601 in UTC, such as 2022-04-28T11:37:26.000Z", "2026-11-24T12:00:00+00:00"),
  },
  {
    check: "create-time-form",
    given: "a day that does not exist",
    seen: [imported, describes(created("2026-13-41T12:00:00Z"))],
    want: fail("ISO 8601 in UTC, such as 2022-04-28T11:37:26.000Z", "2026-13-41T12:00:00Z"),
  },
  {
    check: "create-time-form",
    given: "none",
    seen: [imported, describes(members())],
    want: fail("a createTime", `HTTP 200, text/xml;charset=UTF-8, body "${describes(members()).body?.slice(0, 80)}"`),
  },
  { check: "create-time-form", given: "silence", seen: [imported, silent], want: indeterminate("too late") },
]);
