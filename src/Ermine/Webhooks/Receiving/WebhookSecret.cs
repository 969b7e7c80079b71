using System.Text;
using Ermine.Kernel;

namespace Ermine.Webhooks.Receiving;

/// <summary>A secret as it is configured.</summary>
internal sealed class WebhookSecret(string setting, string text)
{
    public string Text { get; } = text;

    /// <summary>The text's own bytes, which most senders sign with, whatever it looks like.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    /// <summary>What ends the start where it is none; never with the text.</summary>
    public ErmineStartupException Fault(string what) => new($"The setting {setting} {what}.");

    public override string ToString() => setting;
}
