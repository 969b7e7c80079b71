using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Functions;

/// <summary>Waits for what a function began and left behind.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AwaitTaskFix() : NodeFix<InvocationExpressionSyntax>("ERM014")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, InvocationExpressionSyntax node)
    {
        if (!diagnostic.Properties.ContainsKey(FixProperties.Name) || !node.MayAwait(diagnostic.Properties.ContainsKey(FixProperties.CanBeAsync))) return;
        if (Replacement(node) is not var (old, changed)) return;

        Offer(context, diagnostic, "Await it", ct => context.Document.AwaitAsync(old, changed, ct));
    }

    private static (SyntaxNode Old, SyntaxNode Changed)? Replacement(InvocationExpressionSyntax call)
    {
        ExpressionSyntax whole = call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured } ? configured : call;
        return whole.Parent switch
        {
            ExpressionStatementSyntax or ArrowExpressionClauseSyntax => (whole, whole.Awaited(whole)),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax } discard => (discard, whole.Awaited(discard)),
            EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } =>
                (declaration, SyntaxFactory.ExpressionStatement(whole.Awaited(whole).WithoutTrivia()).WithTriviaFrom(declaration)),
            _ => null, // behind a ?. there may be nothing to wait for
        };
    }
}
