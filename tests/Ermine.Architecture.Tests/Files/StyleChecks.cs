using System.Text.RegularExpressions;
using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Files;

/// <summary>What is deleted rather than committed.</summary>
internal static partial class StyleChecks
{
    public static IEnumerable<string> Leftovers(SourceFile file)
    {
        for (var i = 0; i < file.Lines.Length; i++)
        {
            var line = file.Lines[i].TrimStart();
            var what = line switch
            {
                _ when Promise().IsMatch(line) => "a promise to do it later",
                _ when line.StartsWith("#region", StringComparison.Ordinal) => "a region",
                _ when DeadCode().IsMatch(line) => "code that was commented out",
                _ => null,
            };
            if (what is not null) yield return $"{file.Path}:{i + 1}: {what}";
        }
    }

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HAC[K]|XX[X])\b")]
    private static partial Regex Promise();

    // A sentence may end in a semicolon; a statement has more of a statement about it.
    [GeneratedRegex(@"^//(?!/)\s*(.*([)\]""}]\s*;|\{|=>)|[\w.]+\s[-+*/|&?]*=\s.*;|(return|throw|break|continue|using|var|await|yield)\b.*;|\})\s*$")]
    private static partial Regex DeadCode();
}
