using System.Text.Json;

namespace Ermine.Events;

/// <summary>How a message says that it is of a replay.</summary>
internal static class ReplayMark
{
    /// <summary>The name of the header, whose value is the name of the replay.</summary>
    public const string Header = "ermine-replay";

    /// <summary>The event with the name of the replay as its last member.</summary>
    public static ReadOnlyMemory<byte> On(ReadOnlyMemory<byte> @event, string replay)
    {
        var end = @event.Span.LastIndexOf((byte)'}');
        var isEmpty = @event.Span[..end].TrimEnd(" \t\r\n"u8) is [.., (byte)'{'];
        return (byte[])[.. @event.Span[..end], .. isEmpty ? ""u8 : ","u8, .. "\"replay-name\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(replay, EventJson.Default.String), (byte)'}'];
    }
}
