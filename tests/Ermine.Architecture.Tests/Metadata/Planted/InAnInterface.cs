namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class InAnInterface : IEquatable<Sought>
{
    public bool Equals(Sought? other) => other is null;

    public override bool Equals(object? obj) => false;

    public override int GetHashCode() => 0;
}
