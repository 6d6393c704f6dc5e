// See one-page.ts, which serves imports of the test files in place of this.
