import { markOutdated, postComment, tamed, type Posted, type Posting } from "../../posting";
import { EXIT, type ExitCode } from "../exit-code";
import type { Io } from "../io";
import { print } from "../print";
import { bodyIn } from "./body";
import type { CommentOptions } from "./options";
import { targetOf } from "./target";

const WORDS: Readonly<Record<Posted, string>> = {
  created: "comment written",
  updated: "comment updated",
  same: "the comment says this already",
  nothing: "nothing changes, and no comment says otherwise",
  outdated: "new commits came since: the comment is marked as outdated",
  tooLate: "new commits came since: nothing is posted",
};

/** Makes the one comment of a pull request say what the file says. */
export async function runComment(io: Io, options: CommentOptions): Promise<ExitCode> {
  if (options.outdated === true) return runOutdated(io, options);
  // A file that is not fit to be posted is refused before anybody is asked anything.
  const posting = postingOf(io, options);
  const { host, name, head } = await targetOf(io.env, options);
  const posted = await postComment(host, {
    ...posting,
    ...(head === undefined ? {} : { head }),
    unchanged: options.unchanged === true,
  });
  print(io, [`${name}: ${WORDS[posted]}`]);
  return EXIT.ok;
}

async function runOutdated(io: Io, options: CommentOptions): Promise<ExitCode> {
  const { host, name } = await targetOf(io.env, options);
  const marked = await markOutdated(host);
  print(io, [`${name}: ${marked} ${marked === 1 ? "comment" : "comments"} marked as outdated`]);
  return EXIT.ok;
}

function postingOf(io: Io, { file, shorterFile, untrusted, head }: CommentOptions): Posting {
  if (file === undefined) throw new Error("posting needs --file with the comment, or --outdated");
  const fit = (body: string): string => {
    if (untrusted === undefined) return body;
    if (head === undefined)
      throw new Error("--untrusted needs --head: what the file says of it is not trusted");
    return tamed(body, { id: untrusted, head });
  };
  return {
    body: fit(bodyIn(io, file)),
    ...(shorterFile === undefined ? {} : { shorter: () => fit(bodyIn(io, shorterFile)) }),
  };
}
