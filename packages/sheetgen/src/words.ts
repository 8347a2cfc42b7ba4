/** The only words that names are made of: birds, plants, water. No list of real people was used. */
export const SURNAMES = (
  'Alder Amberley Applegarth Avocet Bayberry Beechmast Bittern Bluebell Bracken Brambling Brindle Brookside ' +
  'Bulrush Bunting Burdock Buttercress Cattail Chaffinch Chervil Clearwater Cloudberry Clover Coltsfoot ' +
  'Copperfield Coral Cordgrass Cormorant Cowslip Cranesbill Crestwave Curlew Cypress Dabchick Dewberry ' +
  'Dogwood Driftwood Duckworth Dunlin Eelgrass Eiderdown Elderbrook Elmwater Fairwater Fennel Fernhollow ' +
  'Fescue Fieldfare Figwort Firecrest Flaxwing Foxglove Foxtail Freshet Gadwall Gannet Garganey Goldcrest ' +
  'Goldeneye Goosander Gorse Grebe Greenfinch Greenshank Griffinwort Grouse Gullwing Harebell Harrier ' +
  'Hawthorn Hazelwing Heatherby Hemlock Heron Hollyhock Honeydew Inkwell Ironwood Jackdaw Juniper Kelpie ' +
  'Kestrel Kingcup Kittiwake Knapweed Knot Lapwing Larkspur Lavender Lichen Lilypad Linnet Lobelia Lovage ' +
  'Mallow Marigold Marlin Marshwort Meadowsweet Merganser Merlin Moorhen Mossbank Mudlark Muscari Nettle ' +
  'Nightjar Nuthatch Oakapple Osprey Ouzel Oxeye Partridge Peachwood Petrel Pimpernel Pintail Pipit Plover ' +
  'Pochard Primrose Puffin Quail Quillon Ragwort Ramsons Redshank Redstart Redwing Reedmace Rockrose Rowan ' +
  'Rushmere Saltmarsh Samphire Sandpiper Saxifrage Seagrass Sedgewick Shearwater Shelduck Siskin Skylark ' +
  'Snipe Snowdrop Sorrel Speedwell Spindle Starling Stonechat Stormcock Sundew Swift Tamarisk Tansy Teal ' +
  'Teasel Thistle Thornback Thrush Tidewell Toadflax Treecreeper Turnstone Underhill Valerian Vetch Wagtail ' +
  'Warbler Waterleaf Waxwing Wheatear Whimbrel Whinchat Wigeon Willowherb Woodcock Woodruff Yarrow ' +
  'Yellowhammer Zephyr'
).split(' ') as [string, ...string[]];

/** Surnames that are hard to read: two words, hyphen, apostrophe, accent, wider than their column. */
export const HARD_SURNAMES: readonly [string, ...string[]] = [
  'van der Zee',
  'de la Marée',
  'St. Cove',
  'Reed-Marsh',
  'Thistle-Larkspur',
  "O'Tern",
  "D'Alga",
  'Müllerbach',
  'Señal',
  'Søgræs',
  'Fjordström',
  'Silverthistlewood',
  'Meadowlark-Honeysuckle',
];

export const GIRLS = (
  'Ada Alix Anaïs Beryl Bria Cleo Coral Dara Dilys Elly Elowen Esme Fern Flora Gwen Hazel Heather Ida Iris ' +
  'Isla Ivy Juna Kaia Lena Lilo Linnea Luna Mabel Marnie Mira Myrtle Nell Noor Nora Olive Opal Pearl Pia ' +
  'Posy Rosa Ruby Runa Saga Selma Skye Tamsin Thea Tova Uma Vera Viola Willa Wren Yara Zelda Zoë'
).split(' ') as [string, ...string[]];

export const BOYS = (
  'Abe Alan Arlo Ash Basil Bram Calder Cliff Colm Dov Eddy Eino Emil Fenn Finn Flint Forrest Glen Heath ' +
  'Hugo Ike Jon Jude Juno Kit Lars Leif Linus Loch Milo Moss Nils Odin Oren Otis Ozzy Perry Quinn Rafe ' +
  'Ravi Reed René Rowan Sami Seth Søren Storm Tarn Theo Timo Ulf Vale Ward Xan Yannick Zeb'
).split(' ') as [string, ...string[]];

export const TEAMS: readonly [string, ...string[]] = [
  'HBR-CA',
  'GULL-CA',
  'PINE-CA',
  'TIDE-OR',
  'SALT-OR',
  'NEP-AZ',
  'FORK-AZ',
  'LAKE-NV',
];
