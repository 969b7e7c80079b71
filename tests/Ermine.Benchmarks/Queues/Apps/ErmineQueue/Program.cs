using Ermine.Benchmarks.Queues.Apps.Shared;
using ErmineQueue;

// <role> <numbers> [writes|runs|one|ten] [--Key=Value ...]: see Role, and ErmineSubject for what is sent.
var words = args.TakeWhile(w => !w.StartsWith("--", StringComparison.Ordinal)).ToArray();
return await Role.RunAsync(words, new ErmineSubject(words[1..].LastOrDefault(w => char.IsAsciiLetter(w[0])), args[words.Length..]));
