namespace Ermine.Webhooks.Sending;

/// <summary>Writes events in one format: a port that the package Ermine.CloudEvents fills for its own.</summary>
public interface IWebhookWriter
{
    /// <summary>The format.</summary>
    WebhookFormat Format { get; }

    /// <summary>The body of a delivery, with its headers. The bytes are those that are signed.</summary>
    /// <param name="published">The event as the archive has it.</param>
    /// <exception cref="ArgumentException">The event has something that the format cannot have.</exception>
    /// <exception cref="FormatException">A value of the event is not what the format takes.</exception>
    HttpContent Write(ReadOnlyMemory<byte> published);
}
