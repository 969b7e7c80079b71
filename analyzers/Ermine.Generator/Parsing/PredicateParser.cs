using Ermine.Generator.Conditions;
using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Parsing;

/// <summary>Turns the predicate that an <c>[EventRule&lt;T&gt;]</c> names into the pattern that says the same.</summary>
/// <remarks>The predicate stands in the class of the function, so that it is of what the class is read in the light of.</remarks>
internal static class PredicateParser
{
    public const string Rule = "ERM305";

    private const string Trigger = "Ermine.EventRuleAttribute`1";
    private const string Plain = "Ermine.EventRuleAttribute";
    private const string Event = "Ermine.EventAttribute";
    private const string Half = "which is half typed";

    public static bool IsOf(AttributeData trigger) => trigger.AttributeClass.Is(Trigger);

    /// <summary>The new-expression of the rule with the pattern, which is all that there is at run time.</summary>
    public static string New(AttributeData trigger, string pattern) => AttributeText.New(trigger, trigger.AttributeClass!.BaseType!, $"\"\"\"{pattern}\"\"\"");

    /// <summary>The pattern; empty where there is none, which is a fault.</summary>
    /// <param name="function">The function.</param>
    /// <param name="trigger">The attribute that names the predicate.</param>
    /// <param name="metadata">Gets what the start has to know of the pattern.</param>
    /// <param name="faults">Gets the faults.</param>
    /// <param name="ct">Cancels it.</param>
    public static string Pattern(IMethodSymbol function, AttributeData trigger, List<string> metadata, List<Fault> faults, CancellationToken ct)
    {
        if (trigger.AttributeClass!.TypeArguments is not [INamedTypeSymbol type] || trigger.ConstructorArguments is not [{ Value: string name }]) return Unfinished(Half);
        if (type.IsMissing()) return Unfinished(type.Name);
        if (function.GetAttributes().Deriving(Plain).Skip(1).Any()) return Refused("the function has two rules, and one subscription of its name; join them with ||, or write two functions", null);
        if (type.Attribute(Event) is not { ConstructorArguments: [{ Value: string source }, { Value: string detailType }, ..] })
            return Refused($"'{type.Name}' has no [Event], so that nothing says which events the rule is for; put [Event(\"source\", \"WhatHasHappened\")] on it", null);
        if ((function.ContainingAssembly as ISourceAssemblySymbol)?.Compilation is not { } compilation) return "";
        if (Find(function.ContainingType, name, type) is not { } predicate)
            return Refused($"'{function.ContainingType.Name}' has no method that is static, returns bool and takes one {type.Name}, by the name of '{name}'; write static bool {name}({type.Name} e) in the class of the function, where the rule is read with it", null);
        if (Body(predicate, ct) is not { } body)
            return Refused($"the body of '{name}' is more than one expression, and only an expression becomes a pattern; write => and a condition, and decide the rest in the function", predicate.Locations.FirstOrDefault());
        if (compilation.GetSemanticModel(body.SyntaxTree).GetOperation(body, ct) is not { } operation) return Unfinished(Half);
        if (operation.DescendantsAndSelf().OfType<IInvalidOperation>().FirstOrDefault() is { } invalid) return Unfinished(invalid.Syntax.ToString());

        var refusal = new PredicateRefusal();
        var condition = new PredicateReader(compilation, predicate.Parameters[0], refusal, ct).Read(operation);
        if (condition is null) return Refused($"'{refusal.Shown}' cannot be said in one: {refusal.Why}", refusal.Node!.GetLocation());
        if (condition.Branches.Count == 0) return Refused($"'{name}' is true for no event, so that the function would never run; write a condition that some event fulfils", body.GetLocation());

        var (pattern, unsaid) = ConditionText.Of(source, detailType, condition);
        if (pattern is null) return Refused($"'{name}' lets some texts of '{unsaid!.Names}' pass but not null, and what excludes texts in a pattern lets null pass; ask for the texts that are meant, or let null pass", body.GetLocation());
        if (PatternParser.Parse(pattern).Error is { } error) return Refused($"what '{name}' would become is no pattern: {error.Message}", body.GetLocation());

        metadata.AddRange(PredicateEnums.Taken(operation, function.ContainingAssembly));
        return pattern;

        string Unfinished(string what)
        {
            faults.Add(Fault.Unfinished(function, what));
            return "";
        }

        string Refused(string why, Location? at)
        {
            faults.Add(new Fault(Rule, $"The rule of '{function.Name}' is to become an event pattern, and {why}", function, trigger, At: at));
            return "";
        }
    }

    private static IMethodSymbol? Find(INamedTypeSymbol type, string name, ITypeSymbol parameter) => type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(m =>
        m is { IsStatic: true, IsGenericMethod: false, ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: [{ RefKind: RefKind.None } taken] } && SymbolEqualityComparer.Default.Equals(taken.Type, parameter));

    private static ExpressionSyntax? Body(IMethodSymbol method, CancellationToken ct) => (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(ct) switch
    {
        MethodDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
        MethodDeclarationSyntax { Body.Statements: [ReturnStatementSyntax { Expression: { } expression }] } => expression,
        _ => null,
    };
}
