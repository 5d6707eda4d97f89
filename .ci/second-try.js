// A reporter of vitest: names, at the end, every test that failed first and passed at its second try. CI goes on with
// such a test, so that one moment of a busy machine does not hide what 5,000 others say, but it is a fault to mend.

export default class SecondTry {
  #tests = [];

  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky) return;
    const [first] = test.result().errors ?? [];
    this.#tests.push(
      `${test.module.relativeModuleId}\n  ${test.fullName}\n  first try: ${first?.message ?? "no error kept"}`,
    );
  }

  onTestRunEnd() {
    if (this.#tests.length === 0) return;
    console.log(
      `\n!! ${this.#tests.length} PASSED ONLY AT THE SECOND TRY, each a fault of the test or of the program:`,
    );
    for (const test of this.#tests) console.log(test);
  }
}
