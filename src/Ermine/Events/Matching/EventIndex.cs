using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ermine.Events.Matching;

/// <summary>Where the members of an event stand, in its order, with the hashes of their paths apart, so that eight are looked at together.</summary>
/// <param name="hashes">The hashes, and behind them <see cref="Padding"/> more that mean nothing.</param>
/// <param name="members">The members.</param>
/// <param name="shape">The shape, where it is known.</param>
internal readonly ref struct EventIndex(ReadOnlySpan<uint> hashes, ReadOnlySpan<EventMember> members, EventShape? shape = null)
{
    /// <summary>So many hashes may be read behind the last.</summary>
    public const int Padding = 8;

    private readonly ReadOnlySpan<uint> _hashes = hashes;

    /// <summary>The members; none where the index is not known.</summary>
    public ReadOnlySpan<EventMember> Members { get; } = members;

    /// <summary>The shape, where it is known.</summary>
    public EventShape? Shape { get; } = shape;

    /// <summary>The hashes of the members.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes[..Members.Length];

    /// <summary>The hash of a member's path: of its name, unescaped, and of the member's that it stands in.</summary>
    public uint HashOf(int member) => _hashes[member];

    /// <summary>The first member, from one on, whose path has a hash; -1 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint hash, int from)
    {
        ref var start = ref MemoryMarshal.GetReference(_hashes);
        var wanted = Vector256.Create(hash);
        for (var at = from; at < Members.Length; at += Vector256<uint>.Count)
        {
            var found = Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)at), wanted).ExtractMostSignificantBits();
            if (found == 0) continue;

            at += BitOperations.TrailingZeroCount(found);
            return at < Members.Length ? at : -1;
        }

        return -1;
    }
}
