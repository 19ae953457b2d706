/** Asks again and again until the check holds, and fails as it does where it does not in the time that a very busy machine may take. */
export async function eventually(check) {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 30));
    }
  }
}
