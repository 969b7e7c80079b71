// Pipes: what they return is published, behind a queue, a batch and a schedule.
namespace Shop;

[Queue("orders")] public sealed record Order(int Total);

[Event("shop", "OrderPlaced")] public sealed record OrderPlaced(int Total);

public interface ICustomers;

public sealed class Piping
{
    [Function, QueueTrigger, Pipe(Filter = """{ "total": [{ "numeric": [">", 100] }] }""")]
    public async Task<OrderPlaced?> Enrich(Order order, ICustomers customers) => await Task.FromResult<OrderPlaced?>(null);

    [Function, QueueTrigger, Pipe]
    public IReadOnlyList<OrderPlaced> Many(IReadOnlyList<Order> orders, CancellationToken ct) => [];

    [Function, Schedule("0 3 * * *"), Pipe]
    public static OrderPlaced Begin() => new(0);
}
