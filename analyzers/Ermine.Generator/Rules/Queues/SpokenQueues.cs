using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Rules.Queues;

/// <summary>The types whose queues a file speaks of, as in <c>IQueue&lt;Vote&gt;</c> and <c>For&lt;Vote&gt;()</c>, as it is written: nothing is bound.</summary>
internal static class SpokenQueues
{
    // An edit leaves the other files' trees as they are.
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Known = new();

    /// <summary>The names, without their namespaces; maybe of type parameters and aliases.</summary>
    public static HashSet<string> Of(SyntaxTree file) => Known.GetValue(file, static f => [.. f.GetRoot().DescendantNodes().OfType<GenericNameSyntax>()
        .Where(n => n.Identifier.ValueText is "IQueue" or "For" && n.TypeArgumentList.Arguments.Count == 1)
        .Select(n => n.TypeArgumentList.Arguments[0] switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            var other => other.ToString(),
        })]);
}
