using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Functions;

/// <summary>Says of a parameter of a concrete type that it is a service.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class FromServicesFix() : NodeFix<ParameterSyntax>("ERM006")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, ParameterSyntax node)
    {
        if (diagnostic.Properties.ContainsKey(FixProperties.CanBeService))
            Offer(context, diagnostic, "Add [FromServices]", ct => context.Document.AddAttributeAsync(node, "Microsoft.AspNetCore.Mvc", "FromServices", ct));
    }
}
