using System.Text.Json.Serialization;

namespace Shop;

/// <summary>Where an order is sent from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Warehouse>))]
public enum Warehouse
{
    Berlin,
    Lisbon,
}
