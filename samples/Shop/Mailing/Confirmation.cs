namespace Shop.Mailing;

/// <summary>Asks for a mail that confirms an order.</summary>
[Queue("confirmations")]
public sealed record Confirmation(Guid OrderId, string Email, string Text);
