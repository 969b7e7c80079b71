using System.Globalization;
using System.Text;

namespace Ermine.Benchmarks.Events;

/// <summary>Events to match: city lots as nested GeoJSON of about 950 bytes, and events in the shape of EventBridge's of about 400.</summary>
internal static class EventSamples
{
    private const int Count = 1_000;

    private static readonly string[] Streets = ["JEFFERSON", "BEACH", "NORTH POINT", "BAY", "FRANCISCO", "CHESTNUT", "LOMBARD", "GREENWICH"];
    private static readonly string[] States = ["pending", "running", "stopping", "stopped", "terminated"];

    public static byte[][] Lots()
    {
        var random = new Random(42);
        return [.. Enumerable.Range(0, Count).Select(i => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $$$"""
            {"type":"Feature","properties":{"MAPBLKLOT":"{{{i:D7}}}","BLKLOT":"{{{i:D7}}}","BLOCK_NUM":"{{{i % 700:D4}}}","LOT_NUM":"{{{i % 90:D3}}}","FROM_ST":"{{{i % 900}}}","TO_ST":"{{{i % 900 + 2}}}","STREET":"{{{Streets[i % Streets.Length]}}}","ST_TYPE":"{{{(i % 3 == 0 ? "ST" : "AVE")}}}","ODD_EVEN":"{{{(i % 2 == 0 ? "E" : "O")}}}","AREA":{{{i % 977}}}.5,"ADDRESS":"10.{{{i % 256}}}.{{{i % 7}}}.9","owners":[{"name":"Owner {{{i % 40}}}","share":60},{"name":"Owner {{{i % 60}}}","share":40}]},"geometry":{"type":"Polygon","coordinates":[[{{{Points(random)}}}]]}}
            """)))];
    }

    public static byte[][] Bridge() => [.. Enumerable.Range(0, Count).Select(i => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $$$"""
        {"version":"0","id":"6a7e8feb-b491-4cf7-a9f1-{{{i:D12}}}","detail-type":"Instance State-change Notification","source":"shop.compute","account":"111122223333","time":"2017-12-22T18:43:48Z","region":"us-west-{{{i % 3}}}","resources":["arn:shop:compute:us-west-1:111122223333:instance/i-{{{i:D10}}}"],"detail":{"instance-id":"i-{{{i:D10}}}","state":"{{{States[i % States.Length]}}}","count":{{{i % 100}}},"limit":301.8,"source-ip":"10.{{{i % 256}}}.0.33"}}
        """)))];

    private static string Points(Random random) => string.Join(',', Enumerable.Range(0, 17).Select(_ =>
        string.Create(CultureInfo.InvariantCulture, $"[-122.{random.Next(100_000_000, 999_999_999)},37.{random.Next(100_000_000, 999_999_999)},0.0]")));
}
