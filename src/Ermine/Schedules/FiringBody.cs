using System.Buffers;
using System.Text.Json;

namespace Ermine.Schedules;

/// <summary>Writes the message of a firing: what <see cref="ScheduledFiring"/> and <see cref="ScheduledFiring{T}"/> are read from.</summary>
internal static class FiringBody
{
    public static ReadOnlyMemory<byte> Of(StoredSchedule schedule, DateTimeOffset slot, DateTimeOffset firedAt, FiringReason reason)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("schedule", schedule.Name);
            json.WriteString("slot", slot);
            json.WriteString("firedAt", firedAt);
            json.WriteString("reason", reason.ToString());
            if (schedule.Payload is { } payload)
            {
                json.WritePropertyName("payload");
                json.WriteRawValue(payload.Span, skipInputValidation: true); // our own serializer wrote it
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
