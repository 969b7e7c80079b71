using Ermine.Kernel;

namespace Ermine.Postgres.Queues;

/// <summary>The segment of the ready table in which a message stands: its priority, or the one of ordered messages.</summary>
internal static class Segments
{
    public const short Normal = 0;
    public const short High = 1;
    public const short Low = 2;
    public const short Ordered = 3;

    /// <summary>How many segments hold messages without an order; their numbers begin at 0.</summary>
    public const int Unordered = 3;

    public static short Of(OutgoingMessage message) => message.GroupKey is null ? (short)message.Priority : Ordered;

    public static short Of(Message message) => message.GroupKey is null ? (short)message.Priority : Ordered;

    /// <summary>Before which others a segment is claimed.</summary>
    public static int Rank(short segment) => segment switch
    {
        High => 0,
        Low => 2,
        _ => 1,
    };
}
