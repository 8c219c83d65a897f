import { meshState } from "../../../src/preview/base";
import { Repository } from "../../../src/preview/git";
import { TestRepository } from "../support/test-repository";

test("a mesh is as it is committed until a part of it, or the lock of its constructs, is not", async () => {
  const files = ["data/mesh/mesh.yaml", "data/mesh/domains/a/domain.yaml", "data/mesh/locks/a.json"];
  const locks = ["package-lock.json", "data/package-lock.json"];
  const it = new TestRepository(Object.fromEntries([...files, ...locks].map((file) => [file, "1"])));
  const repository = await Repository.around(it.folder);
  const state = () => meshState(repository, it.path("data/mesh"));
  it.write("data/mesh/review.html", "");
  it.write("data/other/package-lock.json", "");

  expect(await state()).toEqual({ head: it.git("rev-parse", "HEAD"), uncommitted: false });
  for (const file of [...files, ...locks]) {
    it.write(file, "2");
    expect((await state()).uncommitted).toBe(true);
    it.git("checkout", "--quiet", "--", file);
  }
  it.write("data/mesh/domains/b/domain.yaml", "");
  expect((await state()).uncommitted).toBe(true);
});
