using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Rules.Events;

/// <summary>An event that every run of a function publishes: under no condition.</summary>
/// <param name="Type">The event's type.</param>
/// <param name="Place">Where.</param>
internal sealed record PublishStep(INamedTypeSymbol Type, Location Place)
{
    private const string Bus = "Ermine.Events.IEventBus";

    /// <summary>What a function publishes, as it is written: what it returns as a pipe, or a call on the parameter, in the function's own body, that names the type or makes the event.</summary>
    /// <remarks>Nothing is bound, so that the steps of all functions can be known while one types in one of them. What may not happen counts as not published.</remarks>
    public static IEnumerable<PublishStep> Of(IMethodSymbol function, EventIndex index)
    {
        if ((function.PartialImplementationPart ?? function).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax body) yield break;
        if (PipeParser.IsPiped(function) && function.Attribute(Names.Pipe)!.Value("Filter") is null && PipeParser.Events(function) is INamedTypeSymbol { NullableAnnotation: not NullableAnnotation.Annotated } piped
            && SymbolEqualityComparer.Default.Equals(piped, ReturnParser.ValueOf(function))) yield return new PublishStep(piped, body.ReturnType.GetLocation()); // a list may be empty

        var buses = (ConstructorParser.Find(function.ContainingType)?.Parameters ?? []).Concat(function.Parameters).Where(p => p.Type.Is(Bus)).Select(p => p.Name).ToList();
        if (buses.Count == 0) yield break;

        foreach (var call in body.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "PublishAsync" } name, Expression: IdentifierNameSyntax bus } && buses.Contains(bus.Identifier.ValueText)
                && !IsElsewhere(call) && IsCertain(call, body) && TypeName(name, call) is { } type && index.Events[type].ToList() is [var only]) yield return new PublishStep(only, call.GetLocation());
        }
    }

    // A bus may be among the options.
    private static bool IsElsewhere(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "options") is { Expression: not LiteralExpressionSyntax }
        || call.ArgumentList.Arguments is [_, { NameColon: null, Expression: not LiteralExpressionSyntax }, ..];

    private static string? TypeName(SimpleNameSyntax name, InvocationExpressionSyntax call) => (name, call.ArgumentList.Arguments.FirstOrDefault()?.Expression) switch
    {
        (GenericNameSyntax { TypeArgumentList.Arguments: [NameSyntax type] }, _) => Last(type),
        (IdentifierNameSyntax, ObjectCreationExpressionSyntax { Type: NameSyntax type }) => Last(type),
        _ => null,
    };

    private static string Last(NameSyntax name) => name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : name.GetLastToken().ValueText;

    private static bool IsCertain(InvocationExpressionSyntax call, MethodDeclarationSyntax body) =>
        !body.DescendantNodes().Any(n => n is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax && n.SpanStart < call.SpanStart && !n.Contains(call))
        && call.Ancestors().TakeWhile(n => n != body).All(n => n is BlockSyntax or ExpressionStatementSyntax or AwaitExpressionSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax
            or MemberAccessExpressionSyntax or InvocationExpressionSyntax or UsingStatementSyntax or TryStatementSyntax or FinallyClauseSyntax);
}
