namespace Ermine;

/// <summary>Something that belongs to one person: <c>record Order(Guid Id, string Customer) : IOwned { string? IOwned.Owner => Customer; }</c>.</summary>
public interface IOwned
{
    /// <summary>The owner's subject, as tokens name it (<c>sub</c>); null where it belongs to nobody.</summary>
    string? Owner { get; }
}
