namespace Ermine.Shared.Patterns;

/// <summary>The addresses that share their first bits with one.</summary>
/// <param name="Start">The address; its other bits do not matter.</param>
/// <param name="Bits">How many bits are shared: up to 31 of version 4, up to 127 of version 6.</param>
internal sealed record AddressBlock(Address Start, int Bits)
{
    /// <summary>Whether an address of the same version lies inside.</summary>
    public bool Contains(in Address address)
    {
        if (address.IsV6 != Start.IsV6) return false;
        if (!address.IsV6) return Bits == 0 || (address.Low ^ Start.Low) >> (32 - Bits) == 0;
        if (Bits <= 64) return Bits == 0 || (address.High ^ Start.High) >> (64 - Bits) == 0;

        return address.High == Start.High && (address.Low ^ Start.Low) >> (128 - Bits) == 0;
    }
}
