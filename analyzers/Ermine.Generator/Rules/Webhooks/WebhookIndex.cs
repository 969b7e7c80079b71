using System.Runtime.CompilerServices;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Webhooks;

/// <summary>The functions of a compilation that take webhooks, by the names of those.</summary>
internal sealed class WebhookIndex
{
    /// <summary>The trigger.</summary>
    public const string Trigger = "Ermine.WebhookAttribute";

    private static readonly ConditionalWeakTable<FunctionIndex, WebhookIndex> Indexes = new();

    private readonly Lazy<ILookup<string, IMethodSymbol>> _names;

    private WebhookIndex(FunctionIndex index) => _names = new(() => index.Functions
        .Select(method => (Method: method, Name: method.Attribute(Trigger)?.FirstText()))
        .Where(webhook => webhook.Name is not null)
        .ToLookup(webhook => webhook.Name!, webhook => webhook.Method, StringComparer.Ordinal));

    /// <summary>The functions by the names of their webhooks.</summary>
    public ILookup<string, IMethodSymbol> Names => _names.Value;

    public static WebhookIndex Of(FunctionIndex index) => Indexes.GetValue(index, i => new WebhookIndex(i));
}
