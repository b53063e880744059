// Reads a data package as others do: the descriptor against the profile, every
// row of every table against its schema.
//
// usage: node check-datapackage.js DIRECTORY_OF_NODE_MODULES DATAPACKAGE
'use strict'
const path = require('path')
const { Package } = require(path.join(process.argv[2], 'datapackage'))

async function check (descriptor) {
  const found = await Package.load(descriptor)
  const problems = found.errors.map(String)
  const rows = {}
  for (const resource of found.resources) {
    problems.push(...resource.errors.map(error => `${resource.name}: ${error}`))
    if (resource.descriptor.profile === 'tabular-data-resource') rows[resource.descriptor.path] = await resource.read({ keyed: true })
  }
  return { valid: found.valid, problems, resources: found.resources.length, rows }
}

check(process.argv[3]).then(
  result => process.stdout.write(JSON.stringify(result)),
  error => {
    process.stderr.write(`${error}\n${(error.errors || []).join('\n')}\n`)
    process.exit(1)
  })
