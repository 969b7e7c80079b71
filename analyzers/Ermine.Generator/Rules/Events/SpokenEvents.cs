using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Rules.Events;

/// <summary>The names that a file speaks of where an event may be made, as it is written: nothing is bound.</summary>
internal static class SpokenEvents
{
    // An edit leaves the other files' trees as they are.
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Known = new();

    /// <summary>All names but those of attributes, and of what functions and predicates take: these are handed an event, and make none. Of attributes, that of webhooks.</summary>
    public static HashSet<string> Of(SyntaxTree file) => Known.GetValue(file, static f =>
        [.. f.GetRoot().DescendantNodes(static n => !IsHandedOver(n)).Select(Name).OfType<string>()]);

    private static string? Name(SyntaxNode node) => node switch
    {
        AttributeSyntax { Name: SimpleNameSyntax { Identifier.ValueText: "Webhook" } } => "Webhook",
        SimpleNameSyntax name when name.Parent is not AttributeSyntax => name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsHandedOver(SyntaxNode node) => node is AttributeSyntax
        || (node is ParameterListSyntax { Parent: MethodDeclarationSyntax method } && (IsFunction(method) || IsPredicate(method)));

    private static bool IsFunction(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.GetLastToken().ValueText is "Function" or "FunctionAttribute");

    private static bool IsPredicate(MethodDeclarationSyntax method) => method is { ParameterList.Parameters.Count: 1, ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword } };
}
