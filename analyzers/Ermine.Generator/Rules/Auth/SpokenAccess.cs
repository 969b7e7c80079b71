using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Rules.Auth;

/// <summary>The policies and roles that a file makes or asks for by name, as in <c>AddPolicy("voter", ...)</c> and <c>IsInRole("Clerk")</c>, as it is written: nothing is bound.</summary>
internal sealed class SpokenAccess
{
    // An edit leaves the other files' trees as they are.
    private static readonly ConditionalWeakTable<SyntaxTree, SpokenAccess> Known = new();

    private readonly HashSet<string> _policies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _roles = new(StringComparer.Ordinal);

    private SpokenAccess(SyntaxTree tree)
    {
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call) Add(call);
            if (node is SimpleNameSyntax { Identifier.ValueText: "IAuthorizationPolicyProvider" }) HidesPolicies = true;
        }
    }

    /// <summary>The policies that are made.</summary>
    public IReadOnlyCollection<string> Policies => _policies;

    /// <summary>The roles that are asked for in code.</summary>
    public IReadOnlyCollection<string> Roles => _roles;

    /// <summary>Whether policies are made whose names cannot be read here.</summary>
    public bool HidesPolicies { get; private set; }

    /// <summary>Whether roles are asked for whose names cannot be read here.</summary>
    public bool HidesRoles { get; private set; }

    public static SpokenAccess Of(SyntaxTree file) => Known.GetValue(file, static f => new SpokenAccess(f));

    private void Add(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        switch (NameOf(call.Expression))
        {
            case "AddPolicy" when arguments.Count > 1:
                if (TextOf(arguments[0].Expression) is { } policy) _policies.Add(policy);
                else HidesPolicies = true;
                break;
            case "RequireRole" or "IsInRole":
                foreach (var argument in arguments)
                {
                    if (TextOf(argument.Expression) is { } role) _roles.Add(role);
                    else HidesRoles = true;
                }

                break;
        }
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    private static string? TextOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] } => NameOf(named),
        _ => null,
    };
}
