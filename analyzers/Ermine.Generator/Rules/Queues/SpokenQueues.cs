using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Rules.Queues;

/// <summary>The types whose queues a file speaks of, as in <c>IQueue&lt;Vote&gt;</c> and <c>For&lt;Vote&gt;()</c>, as it is written: nothing is bound.</summary>
internal sealed class QueueNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, QueueNames> Known = new();

    private readonly HashSet<string> _names;

    private QueueNames(SyntaxTree tree) => _names = [.. tree.GetRoot().DescendantNodes().OfType<GenericNameSyntax>()
        .Where(n => n.Identifier.ValueText is "IQueue" or "For" && n.TypeArgumentList.Arguments.Count == 1)
        .Select(n => n.TypeArgumentList.Arguments[0] switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            var other => other.ToString(),
        })];

    /// <summary>Whether some file speaks of the payload's queue, or of one that it cannot be told of: behind an alias or a type parameter.</summary>
    /// <param name="compilation">The app.</param>
    /// <param name="payload">The type that would be sent.</param>
    /// <param name="contracts">The names of all types with <c>[Queue]</c>.</param>
    public static bool MayBeSent(Compilation compilation, ITypeSymbol payload, HashSet<string> contracts) => compilation.SyntaxTrees
        .SelectMany(tree => Known.GetValue(tree, t => new QueueNames(t))._names)
        .Any(name => name == payload.Name || !contracts.Contains(name));
}
