using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes;

/// <summary>Adds the using that a fix needs, where it is not there.</summary>
internal static class UsingEdit
{
    /// <summary>Whether a type can be named at a position without its namespace.</summary>
    public static async Task<bool> KnowsAsync(this Document document, int position, string space, string type, CancellationToken ct)
    {
        var model = await document.GetSemanticModelAsync(ct).ConfigureAwait(false);
        return model is not null && model.LookupNamespacesAndTypes(position, name: type).Any(s => s.ContainingNamespace?.ToDisplayString() == space);
    }

    /// <summary>Adds a using in its place: System first, then by the alphabet.</summary>
    public static CompilationUnitSyntax WithUsing(this CompilationUnitSyntax root, string space)
    {
        var line = root.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        var added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space).WithLeadingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(line.IsKind(SyntaxKind.None) ? SyntaxFactory.LineFeed : line);
        var index = root.Usings.TakeWhile(u => IsBefore(u, space)).Count();
        if (root.Usings.Count > 0) return root.WithUsings(root.Usings.Insert(index, added));

        // The first using goes below the file's header and a blank line above what follows.
        var first = root.GetFirstToken();
        return root.ReplaceToken(first, first.WithLeadingTrivia(added.GetTrailingTrivia()))
            .WithUsings(SyntaxFactory.SingletonList(added.WithLeadingTrivia(first.LeadingTrivia)));
    }

    private static bool IsBefore(UsingDirectiveSyntax known, string space)
    {
        if (known.Alias is not null || known.StaticKeyword.IsKind(SyntaxKind.StaticKeyword)) return false;
        var name = known.Name?.ToString() ?? "";
        var (isSystem, addsSystem) = (IsSystem(name), IsSystem(space));
        return isSystem == addsSystem ? string.CompareOrdinal(name, space) < 0 : isSystem;
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
