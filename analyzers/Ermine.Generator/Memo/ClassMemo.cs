using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Ermine.Generator.Model;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Memo;

/// <summary>The answers of <see cref="ClassParser"/> for a file, as long as the file and all that it can be read in the light of stay the same.</summary>
/// <remarks>After any edit the compiler asks again for every function of the project. Nothing is kept alive by it and nothing is different
/// without it; docs/decisions/0008-memo.md tells why it is there.</remarks>
internal sealed class ClassMemo
{
    private static readonly ConditionalWeakTable<SyntaxTree, ClassMemo> Known = new();

    private volatile Answers _answers = new(0);

    public static ClassModel? Parse(GeneratorAttributeSyntaxContext found, CancellationToken ct)
    {
        var tree = found.TargetNode.SyntaxTree;
        var answers = Known.GetValue(tree, static _ => new ClassMemo()).For(Surroundings.Of(found.SemanticModel.Compilation).Around(tree));
        if (answers.TryGetValue(found.TargetNode.SpanStart, out var known)) return known;

        return answers[found.TargetNode.SpanStart] = ClassParser.Parse((IMethodSymbol)found.TargetSymbol, found.TargetNode, ct);
    }

    private Answers For(ulong around)
    {
        var answers = _answers;
        return answers.Around == around ? answers : _answers = new Answers(around);
    }

    /// <summary>The answers by where the function stands. Whoever has them writes to them alone, so that a compilation that comes between spoils nothing.</summary>
    private sealed class Answers(ulong around) : ConcurrentDictionary<int, ClassModel?>
    {
        public ulong Around => around;
    }
}
