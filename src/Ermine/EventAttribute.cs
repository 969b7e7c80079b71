using System.ComponentModel;

namespace Ermine;

/// <summary>Makes a type the detail of an event, and names where it comes from and what has happened: <c>[Event("shop", "OrderPlaced")]</c>.</summary>
/// <param name="source">Who publishes it, such as <c>shop</c>: letters, digits, dots, hyphens, underscores and slashes, at most 256.</param>
/// <param name="detailType">What has happened, such as <c>OrderPlaced</c>; at most 128 characters.</param>
public sealed class EventAttribute(string source, string detailType) : ContractAttribute($"{source}/{detailType}")
{
    /// <summary>Who publishes it.</summary>
    public string Source { get; } = source;

    /// <summary>What has happened.</summary>
    public string DetailType { get; } = detailType;

    /// <summary>The bus that it travels on. Default: <c>default</c>.</summary>
    [DefaultValue("default")] public string Bus { get; init; } = "default";
}
