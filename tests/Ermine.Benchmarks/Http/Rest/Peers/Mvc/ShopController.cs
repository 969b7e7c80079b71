using System.Security.Claims;
using Ermine.Benchmarks.Http.Rest.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Mvc;

/// <summary>The endpoints as actions.</summary>
[ApiController]
public sealed class ShopController : ControllerBase
{
    [HttpGet("/items/{id}")]
    public Item Show(int id) => new(id, "a pound of tea", 425);

    [HttpGet("/me"), Authorize]
    public Caller Me() => new(User.FindFirstValue("sub")!);

    [HttpPost("/baskets")]
    public Placed Place(Basket basket) => basket.Place();
}
