// The official SDK of CloudEvents as a client of ours, and as a reader of what we make.
//   send <url> <token> <mode> <json of an event, or of a list of them>
//   read <json of { headers, body }>
import { CloudEvent, HTTP } from "cloudevents";

const [, , verb, ...words] = process.argv;
if (verb === "send") {
  const [url, token, mode, text] = words;
  const made = [JSON.parse(text)].flat().map((e) => new CloudEvent(e));
  const message =
    mode === "batch"
      ? { headers: { "content-type": "application/cloudevents-batch+json" }, body: JSON.stringify(made) }
      : HTTP[mode](made[0]);
  const answer = await fetch(url, { method: "POST", headers: { ...message.headers, authorization: `Bearer ${token}` }, body: message.body });
  console.log(answer.status);
} else {
  const read = HTTP.toEvent(JSON.parse(words[0]));
  for (const one of [read].flat()) one.validate();
  console.log(JSON.stringify(read));
}
